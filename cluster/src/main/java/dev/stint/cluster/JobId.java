package dev.stint.cluster;

/** Names a job for its whole life; drawn by the submitting client, unique in the cluster. */
public record JobId(String value) implements Comparable<JobId> {
  /** Longest id allowed, in characters. */
  public static final int MAX_LENGTH = 64;

  /** Refuses an empty or overlong id with {@link IllegalArgumentException}. */
  public JobId {
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A job's id has 1 to " + MAX_LENGTH + " characters, this one has " + value.length());
    }
  }

  @Override
  public int compareTo(JobId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
