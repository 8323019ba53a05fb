package dev.stint.cli;

import dev.stint.client.EventView;
import dev.stint.client.StintClient;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "events", description = "Shows what happened in the cluster, oldest first.")
final class EventsCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private final ClusterOptions options = new ClusterOptions();

  @Option(
      names = {"-w", "--watch"},
      description = "Go on with what happens from now on, until Ctrl-C.")
  private boolean watch;

  @Option(names = "--after", paramLabel = "SEQUENCE", description = "Begin after this event.")
  private long after;

  EventsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Answers answers = new Answers(shell, options);
    try (StintClient client = shell.connect(options);
        Stream<EventView> events = client.operator().events(after, watch)) {
      events.forEach(
          event -> answers.next(event, String.valueOf(event.sequence()), EventText.of(event)));
    }
    return ExitCode.OK;
  }
}
