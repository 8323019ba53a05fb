package dev.stint.cli;

import dev.stint.client.ContextFile;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "context",
    description = {
      "Names clusters, and says which one is meant where none is named.",
      "--address comes before STINT_ADDRESS, that before the current context, that before"
          + " localhost:7400."
    },
    synopsisSubcommandLabel = "VERB",
    footer = {"  stint context set prod host:7400", "  stint context use prod"})
final class ContextCommands extends Verbs {
  private final Shell shell;

  ContextCommands(Shell shell) {
    this.shell = shell;
  }

  /** A name for a cluster. */
  record ContextView(String name, String address, boolean current) {}

  @Command(
      name = "ls",
      description = "Lists the contexts.",
      footer = {"  stint context ls", "  stint context ls -o name"})
  int list(@Mixin ClusterOptions options) {
    new Answers(shell, options)
        .list(
            new Listing<>(
                ContextView.class,
                this::views,
                ContextView::name,
                new Table<ContextView>()
                    .text("CURRENT", each -> each.current() ? "*" : "")
                    .text("NAME", ContextView::name)
                    .text("ADDRESS", ContextView::address),
                "no contexts. Make one with 'stint context set NAME HOST:PORT'"));
    if (!shell.environment().getOrDefault("STINT_ADDRESS", "").isBlank()) {
      shell.say(
          "STINT_ADDRESS is set and comes first: " + shell.environment().get("STINT_ADDRESS"));
    }
    return ExitCode.OK;
  }

  private List<ContextView> views() {
    ContextFile file = file();
    return file.addresses().entrySet().stream()
        .map(each ->
            new ContextView(each.getKey(), each.getValue(), each.getKey().equals(file.current())))
        .toList();
  }

  @Command(
      name = "set",
      description = "Names a cluster, or gives a name another address.",
      footer = "  stint context set prod host:7400")
  int set(
      @Mixin ChangeOptions change,
      @Parameters(index = "0", paramLabel = "NAME") String name,
      @Parameters(index = "1", paramLabel = "HOST:PORT") String address) {
    return change(change, file().with(name, address), name + " is " + address);
  }

  @Command(
      name = "use",
      description = "Makes a context the current one.",
      footer = "  stint context use prod")
  int use(@Mixin ChangeOptions change, @Parameters(paramLabel = "NAME") String name) {
    return change(change, known(name).using(name), name + " is the current context");
  }

  @Command(name = "rm", description = "Forgets a context.", footer = "  stint context rm prod")
  int remove(@Mixin ChangeOptions change, @Parameters(paramLabel = "NAME") String name) {
    return change(change, known(name).without(name), name + " is forgotten");
  }

  private int change(ChangeOptions change, ContextFile changed, String what) {
    if (!change.dryRun) {
      changed.write();
    }
    shell.out().println(what + (change.dryRun ? " (not written: --dry-run)" : ""));
    return ExitCode.OK;
  }

  private ContextFile known(String name) {
    ContextFile file = file();
    if (!file.addresses().containsKey(name)) {
      throw new CommandFailure(
          ExitCode.NOT_FOUND,
          "there is no context " + name + "; 'stint context ls' shows those there are");
    }
    return file;
  }

  private ContextFile file() {
    return ContextFile.read(ContextFile.place(shell.environment()));
  }
}
