"""What makes a running system of the rooms: settings, commands, the embedded server, what follows every migration."""
