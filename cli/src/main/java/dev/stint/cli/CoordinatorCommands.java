package dev.stint.cli;

import picocli.CommandLine.Command;

@Command(
    name = "coordinator",
    description = "Starts coordinators.",
    footer = "  stint coordinator start --data /var/lib/stint",
    synopsisSubcommandLabel = "VERB")
final class CoordinatorCommands extends Verbs {}
