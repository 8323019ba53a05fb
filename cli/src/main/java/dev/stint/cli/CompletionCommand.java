package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    description = "Prints a script that teaches a shell to complete this command.",
    footer = {
      "  source <(stint completion bash)",
      "  source <(stint completion zsh)       after compinit",
      "  stint completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The shells. */
  enum Kind {
    BASH,
    ZSH,
    FISH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Shell shell;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
  private Kind kind = Kind.BASH;

  CompletionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    CommandLine commands = Stint.commands(shell, "");
    switch (kind) {
      // The script tells the two apart.
      case BASH, ZSH -> shell.out().println(AutoComplete.bash("stint", commands));
      case FISH -> {
        List<CompletionEntry> entries = new ArrayList<>();
        collect(commands, "", entries);
        FishCompletion.of(entries).forEach(shell.out()::println);
      }
    }
    return ExitCode.OK;
  }

  private static void collect(CommandLine command, String path, List<CompletionEntry> entries) {
    entries.add(CompletionEntry.of(command, path));
    command
        .getSubcommands()
        .forEach((name, sub) -> collect(sub, path.isEmpty() ? name : path + " " + name, entries));
  }
}
