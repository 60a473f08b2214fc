# examine RELEASE ROBOT GROUPS OPTION...: the doctor of the new release, beside the one that runs.
doctor "$@"
