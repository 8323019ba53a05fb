package dev.stint.cli;

import dev.stint.client.StintClient;
import java.io.Console;
import java.util.List;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** The command {@code stint}. */
@Command(
    name = "stint",
    description = "Runs ordinary Java programs on a cluster that moves them while they run.",
    synopsisSubcommandLabel = "COMMAND")
public final class Stint {
  private Stint() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Shell shell =
        new Shell(
            System.out,
            System.err,
            System.in,
            Map.copyOf(System.getenv()),
            terminal(),
            Stint::connect);
    System.exit(run(shell, arguments));
  }

  /** Libraries' own log lines are not for users, who get one line of ours. */
  private static StintClient connect(String address) {
    if (System.getenv("STINT_DEBUG") == null) {
      LogManager.getLogManager().reset();
    }
    return address.isEmpty() ? StintClient.connect() : StintClient.connect(address);
  }

  @SuppressWarnings("SystemConsoleNull") // It is null again since Java 25, where nobody watches.
  private static boolean terminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /** Runs one command; returns its exit code. */
  static int run(Shell shell, String... arguments) {
    CommandLine commands = commands(shell);
    if (arguments.length == 0) {
      commands.usage(shell.out());
      return ExitCode.USAGE;
    }
    return commands.execute(arguments);
  }

  private static CommandLine commands(Shell shell) {
    CommandLine node = new CommandLine(new NodeCommands(shell));
    node.addSubcommand("start", new ServerStartCommand(ServerRole.NODE));
    CommandLine coordinator = new CommandLine(new CoordinatorCommands());
    coordinator.addSubcommand("start", new ServerStartCommand(ServerRole.COORDINATOR));
    CommandLine root = new CommandLine(new Stint());
    root.addSubcommand("demo", new DemoCommand(shell));
    root.addSubcommand("dev", new DevCommand(shell));
    root.addSubcommand("run", new RunCommand(shell));
    root.addSubcommand("status", new StatusCommand(shell));
    root.addSubcommand("job", new JobCommands(shell));
    root.addSubcommand("tasklet", new TaskletCommands(shell));
    root.addSubcommand("node", node);
    root.addSubcommand("events", new EventsCommand(shell));
    root.addSubcommand("coordinator", coordinator);
    root.addSubcommand("version", new VersionCommand(shell));
    for (CommandLine each : withAll(root)) {
      if (each.getCommand() instanceof ServerStartCommand) {
        continue; // Even --help is the server's own.
      }
      each.getCommandSpec().addOption(help());
      each.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    }
    root.getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build())
        .versionProvider(() -> new String[] {VersionCommand.text()});
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            shell.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    root.setOut(shell.outWriter());
    root.setErr(shell.errWriter());
    root.setParameterExceptionHandler((e, _) -> Failures.usage(shell, e));
    root.setExecutionExceptionHandler((e, _, _) -> Failures.report(shell, e));
    return root;
  }

  private static OptionSpec help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this.").build();
  }

  private static List<CommandLine> withAll(CommandLine root) {
    return Stream.concat(
            Stream.of(root),
            root.getSubcommands().values().stream().flatMap(each -> withAll(each).stream()))
        .toList();
  }
}
