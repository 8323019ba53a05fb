package dev.stint.client;

/**
 * The identity of a job, chosen by the client that submits it, for example {@code j4k2m9x0q7tb}.
 */
public record JobId(String value) {
  public JobId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a job id is not empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
