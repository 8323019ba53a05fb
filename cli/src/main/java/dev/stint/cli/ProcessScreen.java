package dev.stint.cli;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where this process's standard output goes. The size is that of {@code COLUMNS} and {@code LINES}
 * if they are set, else what {@code stty} (POSIX) says of the controlling terminal.
 */
final class ProcessScreen implements Screen {
  private static final int USUAL_WIDTH = 80;
  private static final int USUAL_HEIGHT = 24;
  private static final File TERMINAL = new File("/dev/tty");

  private final Map<String, String> environment;
  private final boolean watched;

  ProcessScreen(Map<String, String> environment) {
    this.environment = environment;
    this.watched = isTerminal();
  }

  @SuppressWarnings("SystemConsoleNull") // It is null again since Java 25, where nobody watches.
  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  @Override
  public boolean watched() {
    return watched;
  }

  @Override
  public int width() {
    return watched ? size("COLUMNS", 1, USUAL_WIDTH) : 0;
  }

  @Override
  public int height() {
    return watched ? size("LINES", 0, USUAL_HEIGHT) : 0;
  }

  private int size(String variable, int place, int usual) {
    int said = number(environment.get(variable));
    if (said > 0) {
      return said;
    }
    String[] words = stty().strip().split(" ");
    int asked = words.length == 2 ? number(words[place]) : 0;
    return asked > 0 ? asked : usual;
  }

  /** Lines and columns, or nothing. */
  private static String stty() {
    try {
      Process process = new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException e) {
      return "";
    }
  }

  private static int number(@Nullable String text) {
    try {
      return text == null ? 0 : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  @Override
  public boolean pause(Duration time) {
    try {
      Thread.sleep(time);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
