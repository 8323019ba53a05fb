package dev.stint.client;

import java.security.SecureRandom;

/** New job ids: 59 random bits, in letters and digits that are not mistaken for one another. */
final class JobIds {
  private static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private JobIds() {}

  static JobId random() {
    StringBuilder id = new StringBuilder("j");
    for (int i = 0; i < LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return new JobId(id.toString());
  }
}
