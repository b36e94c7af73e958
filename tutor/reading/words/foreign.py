"""Words that look like ours and are not: never corrected. And subjects that are none of the sheet's."""

from __future__ import annotations

_LOOKALIKES = """
alignment analogy assistant assistants beginner chanel clashes cold comments commute compiles concerns concert
confusion consumed content contest cores decision detailed duration durations eights energies exclamation exorcist
fixtures formerly furnished gain greeting heights identify inert injection insertion integrate intention interacting
invention inverts late lawyer lease linearly liner messing modes networkx order orders paddling passing past
peddling pictures pint pitches pointed pointing pointless polling portability practical printer process produced
programs projects pudding racket resent reversal reversed sale scored seconds sole sore spectrum stack stake star
starter stating stats stick stock striped stripes struck tenor trailing transport variance waiter waiting water
weighs whiteout writer
"""
LOOKALIKES = frozenset(_LOOKALIKES.split())
"""Everyday words one or two letters away from words of the sheet."""

SUBJECTS = (
    r"integra(?:l|te|ls|tion)|derivativ\w*|"
    r"differentia(?:te|l|tion|bel)\w*|"
    "antiderivative|calculus|polynomial|"
    r"quadratic|trigonometr\w*|cosine|"
    r"geometry|pythagor\w*|probability theory|"
    r"statistics|stats \d+|bayes\w*|"
    "median|standard deviation|variance|"
    r"regression|hypothesis test\w*|"
    "p value|t test|anova|prime numbers?|"
    "fibonacci|factorial|percent(?:age)?|"
    "chemistry|physics|biology|history|"
    "geography|economics|philosophy|"
    "literature|essay|poem|joke|story|"
    r"song|recipe|gpt ?-? ?\d*\w*|chatgpt|"
    r"openai|claude|gemini|llama ?\d*|"
    "bert|mistral|deepseek|copilot|"
    r"siri|alexa|cortana|yolo\w*|stable diffusion|"
    r"lstm|gru|rnns?|gans?|autoencoder\w*|"
    "vae|reinforcement learning|q learning|"
    r"backprop\w*|back propagation|gradient descent|"
    "svm|support vector|random forest|"
    "decision trees?|k ?-? ?means|knn|"
    r"nearest neighbou?rs?|pca|overfit\w*|"
    "learning rate|adam optimizer|quantum|"
    r"blockchain|bitcoin|crypto\w*|system prompt|"
    "prompts?|jailbreak|instructions?|"
    "developer mode|dan mode|translate|"
    "translation|spanish|french|(?<!write in )(?<!speak )(?<!understand )(?<!in )german|"
    "italian|chinese|japanese|russian|"
    "english|capital of|weather|you are now|"
    "(?:forget|ignore|disregard|bypass|override|break) (?:all|everything you|everything that|your|any|"
    "previous|the (?:rule|above|previous))|"
    "pretend|act (?:as|like)|from now on|"
    r"dan|roleplay|role play|your (?:rule|prompt|source|config\w*|instruct\w*|password)|"
    "repeat (?:the words|everything above|after me)|"
    "hello world|admin|password|secret|"
    "pay(?:ing)? attention|credit score|"
    "head of|lose weight|how old|your name|"
    "yourself|pandas|dataframe|javascript|"
    "java|html|css|sql|regex|excel|"
    "docker|linux|windows|fizzbuzz|"
    "bubble ?sort|quick ?sort|binary search"
)
"""Subjects, tools and systems that a message is about when it names them: a pattern over normalised text."""
