package dev.stint.cli;

import dev.stint.client.Job;
import dev.stint.client.JobInput;
import java.io.IOException;
import java.io.InputStream;

/** Feeds this command's standard input to a job. */
final class InputPump {
  private static final int BUFFER = 1 << 14;

  private InputPump() {}

  /** Begins; it ends with the input, the job or this process. */
  static void start(InputStream in, Job<?> job) {
    Thread.ofPlatform().daemon().name("stint-input").start(() -> copy(in, job));
  }

  private static void copy(InputStream in, Job<?> job) {
    byte[] buffer = new byte[BUFFER];
    try (JobInput input = job.input()) {
      int count = in.read(buffer);
      while (count >= 0 && input.write(buffer, 0, count)) {
        count = in.read(buffer);
      }
    } catch (IOException e) {
      // A standard input that cannot be read is one that has ended.
    }
  }
}
