package dev.stint.client;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;

/**
 * What a job's code sees of the process that submitted it.
 *
 * @param properties system properties, without those that describe the JVM itself
 * @param variables environment variables
 * @param locale the default locale as a BCP 47 tag
 * @param timeZone id of the default time zone
 * @param workingDirectory absolute path
 */
public record Surroundings(
    Map<String, String> properties,
    Map<String, String> variables,
    String locale,
    String timeZone,
    String workingDirectory) {

  private static final List<String> PREFIXES_OF_THE_JVM =
      List.of("java.", "jdk.", "sun.", "os.", "surefire.", "native.", "stdout.", "stderr.");

  private static final Set<String> OF_THE_JVM =
      Set.of("file.separator", "path.separator", "basedir", "localRepository");

  /** Those of this process, now. */
  static Surroundings ofThisProcess() {
    Map<String, String> properties = new TreeMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      String value = System.getProperty(name);
      if (value != null && !tellsOfTheJvm(name)) {
        properties.put(name, value);
      }
    }
    return new Surroundings(
        properties,
        System.getenv(),
        Locale.getDefault().toLanguageTag(),
        TimeZone.getDefault().getID(),
        ThisProcess.property("user.dir"));
  }

  /** Whether a property tells about a JVM or its machine: a job sees those of its node. */
  private static boolean tellsOfTheJvm(String name) {
    return OF_THE_JVM.contains(name) || PREFIXES_OF_THE_JVM.stream().anyMatch(name::startsWith);
  }
}
