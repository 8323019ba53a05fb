package dev.stint.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs that the engine does not carry yet, each with its reason. They are run all the same;
 * what fails is reported as not met instead of failing the build, so that the list can only be
 * seen, and is meant to shrink.
 */
record KnownGaps(Map<String, String> reasons) {
  private static final String LIST = "known-gaps.txt";

  static KnownGaps read() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    try (InputStream in = KnownGaps.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException(LIST + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(": ", 2))
          .forEach(entry -> reasons.put(entry[0], entry[1]));
    }
    return new KnownGaps(reasons);
  }

  /** Makes a check; where a program is known to fail, a failure is reported as a skipped test. */
  void check(Program program, Runnable check) {
    try {
      check.run();
    } catch (AssertionError e) {
      String reason = reasons.get(program.name());
      if (reason == null) {
        throw e;
      }
      Assumptions.abort("conformance program " + program.name() + " is not met yet: " + reason);
    }
  }
}
