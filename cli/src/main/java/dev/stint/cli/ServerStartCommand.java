package dev.stint.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Starts a process of a cluster in this terminal, until Ctrl-C. The options that subclasses declare
 * are handed on to it, and so are those that only it knows.
 */
abstract class ServerStartCommand implements Callable<Integer> {
  /** A node on its way out drains for at most 25 s. */
  private static final Duration ORDERLY_END = Duration.ofSeconds(30);

  private final ServerRole role;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Unmatched private List<String> rest = new ArrayList<>();

  ServerStartCommand(ServerRole role) {
    this.role = role;
  }

  @Override
  public final Integer call() throws InterruptedException {
    try {
      Process server =
          new ProcessBuilder(JavaCommand.of(role.flags(), role.mainClass(), arguments()))
              .inheritIO()
              .start();
      try (Interruption _ = Interruption.calls(ORDERLY_END, () -> end(server))) {
        return server.waitFor();
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.JOB_FAILED, "the process cannot be started (" + e.getMessage() + ")");
    }
  }

  private List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      for (String value : option.stringValues()) {
        arguments.add(option.longestName());
        if (option.arity().max() > 0) {
          arguments.add(value);
        }
      }
    }
    arguments.addAll(rest);
    return arguments;
  }

  private static void end(Process server) {
    server.destroy();
    try {
      if (!server.waitFor(ORDERLY_END.toSeconds(), TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      server.destroyForcibly();
    }
  }
}
