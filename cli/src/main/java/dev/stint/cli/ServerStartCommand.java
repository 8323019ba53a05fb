package dev.stint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "start",
    description = "Starts one in this terminal, until Ctrl-C; all options are handed on to it.")
final class ServerStartCommand implements Callable<Integer> {
  private final Shell shell;
  private final ServerRole role;

  @Unmatched private List<String> arguments = new ArrayList<>();

  ServerStartCommand(Shell shell, ServerRole role) {
    this.shell = shell;
    this.role = role;
  }

  @Override
  public Integer call() {
    return ServerProcess.runInForeground(shell, role, arguments);
  }
}
