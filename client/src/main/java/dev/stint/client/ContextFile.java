package dev.stint.client;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names for clusters, and which of them is meant where none is named: a properties file with {@code
 * current=NAME} and {@code NAME.address=HOST:PORT}. Immutable; changes are written whole.
 */
public final class ContextFile {
  private static final String CURRENT = "current";
  private static final String ADDRESS = ".address";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  private final Path path;
  private final String current;
  private final SortedMap<String, String> addresses;

  private ContextFile(Path path, String current, SortedMap<String, String> addresses) {
    this.path = path;
    this.current = current;
    this.addresses = Collections.unmodifiableSortedMap(addresses);
  }

  /** Where a user with these environment variables has it. */
  public static Path place(Map<String, String> environment) {
    return ThisProcess.configFolder(environment).resolve("contexts.properties");
  }

  /**
   * What is in the file; nothing if it is not there.
   *
   * @throws IllegalArgumentException if it cannot be read
   */
  public static ContextFile read(Path path) {
    Properties properties = new Properties();
    if (Files.isReadable(path)) {
      try (Reader reader = Files.newBufferedReader(path)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalArgumentException(
            path
                + " cannot be read ("
                + e.getMessage()
                + "). Mend or remove it, or set STINT_ADDRESS",
            e);
      }
    }
    SortedMap<String, String> addresses = new TreeMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (key.endsWith(ADDRESS)) {
        addresses.put(
            key.substring(0, key.length() - ADDRESS.length()),
            Objects.requireNonNull(properties.getProperty(key)));
      }
    }
    return new ContextFile(
        path, Objects.requireNonNullElse(properties.getProperty(CURRENT), ""), addresses);
  }

  /** The name that is meant where none is given; empty if there is none. */
  public String current() {
    return current;
  }

  /** Addresses by name. */
  public SortedMap<String, String> addresses() {
    return addresses;
  }

  /**
   * The same with a name for an address.
   *
   * @throws IllegalArgumentException if either is none
   */
  public ContextFile with(String name, String address) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no name for a context: use letters, digits, '-' and '_', at most 64");
    }
    SortedMap<String, String> more = new TreeMap<>(addresses);
    more.put(name, Addresses.normalize(address));
    return new ContextFile(path, current, more);
  }

  /** The same with another current name. */
  public ContextFile using(String name) {
    return new ContextFile(path, name, new TreeMap<>(addresses));
  }

  /** The same without a name. */
  public ContextFile without(String name) {
    SortedMap<String, String> fewer = new TreeMap<>(addresses);
    fewer.remove(name);
    return new ContextFile(path, name.equals(current) ? "" : current, fewer);
  }

  /**
   * Writes it in the place of what was there.
   *
   * @throws IllegalArgumentException if the place cannot be written
   */
  public void write() {
    Properties properties = new Properties();
    addresses.forEach((name, address) -> properties.setProperty(name + ADDRESS, address));
    if (!current.isEmpty()) {
      properties.setProperty(CURRENT, current);
    }
    try {
      Path folder =
          Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
      Path whole = Files.createTempFile(folder, "contexts-", ".properties");
      try (Writer writer = Files.newBufferedWriter(whole)) {
        writer.write(sorted(properties));
      }
      Files.move(whole, path, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          path + " cannot be written (" + e + "). Check the folder's permissions", e);
    }
  }

  /** As Properties escapes them, without its line about the time. */
  private static String sorted(Properties properties) throws IOException {
    StringWriter text = new StringWriter();
    properties.store(text, null);
    return text.toString()
            .lines()
            .filter(line -> !line.startsWith("#"))
            .sorted()
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
