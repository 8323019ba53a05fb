package dev.stint.cli;

import dev.stint.client.StintClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The command {@code stint}. */
@Command(
    name = "stint",
    description = "Runs ordinary Java programs on a cluster that moves them while they run.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "  stint demo                              a cluster of this machine's own",
      "  stint run Count.java 5000000            run a program on the cluster",
      "  stint --address host:7400 node ls -w    watch the nodes of another cluster"
    })
public final class Stint {
  private Stint() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Map<String, String> environment = Map.copyOf(System.getenv());
    Shell shell =
        new Shell(
            System.out,
            System.err,
            System.in,
            environment,
            new ProcessScreen(environment),
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

  /** Runs one command; returns its exit code. */
  static int run(Shell shell, String... arguments) {
    CommandLine commands = commands(shell, GlobalOptions.firstCommand(arguments));
    String[] ordered = GlobalOptions.behindVerb(commands, arguments);
    if (ordered.length == 0) {
      commands.usage(shell.out());
      return ExitCode.USAGE;
    }
    return commands.execute(ordered);
  }

  /**
   * The commands as they are understood.
   *
   * @param only the one that is made, since making all of them takes longer than most of them run;
   *     all if there is none of that name
   */
  static CommandLine commands(Shell shell, String only) {
    CommandLine root = new CommandLine(new Stint());
    Map<String, Supplier<CommandLine>> known = known(shell);
    known.forEach((name, maker) -> {
      if (name.equals(only) || !known.containsKey(only)) {
        root.addSubcommand(name, maker.get());
      }
    });
    withAll(root).forEach(Stint::addHelp);
    root.getCommandSpec()
        .usageMessage()
        .sectionMap()
        .put("globalOptions", _ -> "%nGlobal options:%n".formatted() + globalOptions());
    root.getCommandSpec().usageMessage().sectionKeys(withGlobalOptions(root));
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

  private static Map<String, Supplier<CommandLine>> known(Shell shell) {
    Map<String, Supplier<CommandLine>> known = new LinkedHashMap<>();
    known.put("demo", () -> new CommandLine(new DemoCommand(shell)));
    known.put("dev", () -> new CommandLine(new DevCommand(shell)));
    known.put("run", () -> new CommandLine(new RunCommand(shell)));
    known.put("status", () -> new CommandLine(new StatusCommand(shell)));
    known.put("logs", () -> new CommandLine(new LogsCommand(shell)));
    known.put("events", () -> new CommandLine(new EventsCommand(shell)));
    known.put("job", () -> job(shell));
    known.put("tasklet", () -> new CommandLine(new TaskletCommands(shell)));
    known.put("node", () -> node(shell));
    known.put("balance", () -> new CommandLine(new BalanceCommands(shell)));
    known.put("coordinator", Stint::coordinator);
    known.put("context", () -> new CommandLine(new ContextCommands(shell)));
    known.put("completion", () -> new CommandLine(new CompletionCommand(shell)));
    known.put("version", () -> new CommandLine(new VersionCommand(shell)));
    return known;
  }

  private static CommandLine job(Shell shell) {
    CommandLine logs = new CommandLine(new LogsCommand(shell));
    logs.getCommandSpec()
        .usageMessage()
        .footer("  stint job logs 4f1c", "  stint job logs 4f1c --follow");
    return new CommandLine(new JobCommands(shell))
        .addSubcommand("submit", new JobSubmitCommand(shell))
        .addSubcommand("logs", logs);
  }

  private static CommandLine node(Shell shell) {
    return new CommandLine(new NodeCommands(shell)).addSubcommand("start", new NodeStartCommand());
  }

  private static CommandLine coordinator() {
    return new CommandLine(new CoordinatorCommands())
        .addSubcommand("start", new CoordinatorStartCommand());
  }

  private static void addHelp(CommandLine command) {
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this.").build());
    UsageMessageSpec usage = command.getCommandSpec().usageMessage();
    usage.abbreviateSynopsis(true);
    if (usage.footer().length > 0) {
      usage.footerHeading("%nExamples:%n");
    }
  }

  private static String globalOptions() {
    return String.join("%n".formatted(), GlobalOptions.HELP) + "%n".formatted();
  }

  private static List<String> withGlobalOptions(CommandLine root) {
    return root.getCommandSpec().usageMessage().sectionKeys().stream()
        .flatMap(key ->
            key.equals(UsageMessageSpec.SECTION_KEY_FOOTER_HEADING)
                ? Stream.of("globalOptions", key)
                : Stream.of(key))
        .toList();
  }

  private static List<CommandLine> withAll(CommandLine root) {
    return Stream.concat(
            Stream.of(root),
            root.getSubcommands().values().stream().flatMap(each -> withAll(each).stream()))
        .toList();
  }
}
