package dev.stint.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "start",
    description = "Starts one in this terminal, until Ctrl-C; all options are handed on to it.")
final class ServerStartCommand implements Callable<Integer> {
  /** A node on its way out drains for at most 25 s. */
  private static final Duration ORDERLY_END = Duration.ofSeconds(30);

  private final ServerRole role;

  @Unmatched private List<String> arguments = new ArrayList<>();

  ServerStartCommand(ServerRole role) {
    this.role = role;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      Process server =
          new ProcessBuilder(JavaCommand.of(role.flags(), role.mainClass(), arguments))
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
