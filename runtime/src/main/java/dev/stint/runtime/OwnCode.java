package dev.stint.runtime;

import dev.stint.transformer.Transformer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Stream;

/** A hash of the code that transforms and supports jobs, by content. */
final class OwnCode {
  private OwnCode() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The hash of the transformer's and the runtime's class files. */
  static byte[] digest() {
    MessageDigest digest = sha256();
    for (Class<?> type : List.of(Transformer.class, OwnCode.class)) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source != null && source.getLocation() != null) {
        try {
          update(digest, Path.of(source.getLocation().toURI()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
          throw new IllegalStateException("the place of Stint's own code is odd: " + source, e);
        }
      }
    }
    return digest.digest();
  }

  private static void update(MessageDigest digest, Path path) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(path)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
  }
}
