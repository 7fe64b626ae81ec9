"""What does not agree in somebody else's document: it is understood, each rule is asked, a difference is explained by naming its parts."""
