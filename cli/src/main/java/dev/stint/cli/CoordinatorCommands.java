package dev.stint.cli;

import picocli.CommandLine.Command;

@Command(
    name = "coordinator",
    description = "Starts coordinators.",
    synopsisSubcommandLabel = "VERB")
final class CoordinatorCommands extends Verbs {}
