package dev.stint.cli;

import dev.stint.client.Job;
import dev.stint.client.OutputPart;
import java.io.PrintStream;
import java.util.stream.Stream;

/** Copies a job's output to where this command's own goes, in order. */
final class OutputPump {
  private final Shell shell;

  OutputPump(Shell shell) {
    this.shell = shell;
  }

  /** Returns when there is no more, or with {@code follow} when the job has ended. */
  void copy(Job<?> job, boolean follow) {
    try (Stream<OutputPart> parts = job.outputParts(0, follow)) {
      parts.forEach(part -> {
        PrintStream target = part.error() ? shell.err() : shell.out();
        target.write(part.data(), 0, part.data().length);
        target.flush();
      });
    }
  }
}
