package dev.stint.transformer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that are the same on every machine and in every release: SHA-256, cut short. */
public final class StableHash {
  private static final char[] DIGITS = "0123456789abcdefghijklmnopqrstuv".toCharArray();
  private static final int NAME_LENGTH = 12;

  private StableHash() {}

  /** A part of a class name: 12 digits, 60 bits. */
  public static String name(String... parts) {
    long bits = number(parts);
    char[] out = new char[NAME_LENGTH];
    for (int i = 0; i < NAME_LENGTH; i++) {
      out[i] = DIGITS[(int) (bits & 31)];
      bits >>>= 5;
    }
    return new String(out);
  }

  /** 64 bits; parts are told apart, so that moving a character between them changes the hash. */
  public static long number(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
