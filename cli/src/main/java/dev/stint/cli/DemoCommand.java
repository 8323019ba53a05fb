package dev.stint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Shows a real job on a local cluster, moved while it runs.")
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    shell.say("interim");
    return ExitCode.OK;
  }
}
