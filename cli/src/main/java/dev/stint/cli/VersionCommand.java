package dev.stint.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "version",
    description = "Shows the version of this command and of its Java.",
    footer = "  stint version")
final class VersionCommand implements Callable<Integer> {
  private final Shell shell;

  VersionCommand(Shell shell) {
    this.shell = shell;
  }

  static String text() {
    Package own = VersionCommand.class.getPackage();
    String version = own == null ? null : own.getImplementationVersion();
    return "stint " + (version == null ? "(built from classes)" : version);
  }

  @Override
  public Integer call() {
    shell.out().println(text() + ", Java " + Runtime.version());
    return ExitCode.OK;
  }
}
