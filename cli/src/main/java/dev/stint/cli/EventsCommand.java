package dev.stint.cli;

import dev.stint.client.EventView;
import dev.stint.client.StintClient;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "events",
    description = "Shows what happened in the cluster, oldest first.",
    footer = {
      "  stint events",
      "  stint events -w",
      "  stint events -w -o jsonl --fields at,kind,text",
      "  stint events --after 1200"
    })
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
    try (StintClient client = shell.connect(options)) {
      if (watch) {
        follow(answers, client);
      } else {
        answers.sequence(EventView.class, all(client), EventsCommand::name, EventText::of);
      }
    }
    return ExitCode.OK;
  }

  private List<EventView> all(StintClient client) {
    try (Stream<EventView> events = client.operator().events(after, false)) {
      return events.toList();
    }
  }

  private void follow(Answers answers, StintClient client) {
    try (Stream<EventView> events = client.operator().events(after, true)) {
      events.forEach(event -> answers.next(event, name(event), EventText.of(event)));
    }
  }

  private static String name(EventView event) {
    return String.valueOf(event.sequence());
  }
}
