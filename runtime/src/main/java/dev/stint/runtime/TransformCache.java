package dev.stint.runtime;

import dev.stint.abi.Abi;
import dev.stint.transformer.IntrinsicTable;
import dev.stint.transformer.Program;
import dev.stint.transformer.TransformedProgram;
import dev.stint.transformer.TransformedProgramCodec;
import dev.stint.transformer.Transformer;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Transformed programs, in a folder, so that each is transformed once per machine. An entry's name
 * is a hash of all that its content depends on: the bundle, the roots, what transforms, and the
 * JDK's feature release. A damaged entry is made anew.
 */
final class TransformCache {
  private final Path folder;
  private final IntrinsicTable intrinsics = RuntimeIntrinsics.table();
  private final byte[] ownCode;

  TransformCache(Path folder) {
    this.folder = folder;
    this.ownCode = OwnCode.digest();
  }

  /**
   * The transformed program of a job.
   *
   * @param source its class path, which late classes are looked up in
   * @throws IOException if the folder cannot be written
   */
  TransformedProgram get(JobCode code, BundleSource source) throws IOException {
    Path file = folder.resolve(keyOf(code) + ".program");
    TransformedProgram kept = read(file, source);
    if (kept != null) {
      return kept;
    }
    Program program = Program.closure(source, source.ownClasses(code.roots()));
    TransformedProgram made = Transformer.transform(program, intrinsics);
    write(file, made);
    return made;
  }

  private String keyOf(JobCode code) {
    MessageDigest digest = OwnCode.sha256();
    digest.update(ownCode);
    String facts =
        String.join(
            "\n",
            code.bundleDigest(),
            String.join(" ", code.roots().stream().sorted().toList()),
            Integer.toString(Abi.VERSION),
            Integer.toString(Runtime.version().feature()));
    digest.update(facts.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private @Nullable TransformedProgram read(Path file, BundleSource source) {
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      return TransformedProgramCodec.read(in, intrinsics, source);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  private void write(Path file, TransformedProgram program) throws IOException {
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "program", ".tmp");
    try {
      try (DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)))) {
        TransformedProgramCodec.write(program, out);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
