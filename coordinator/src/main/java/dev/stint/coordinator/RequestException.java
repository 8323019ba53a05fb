package dev.stint.coordinator;

import dev.stint.cluster.Answer;

/** A request that is not carried out; the message is for users: what, why, what to try. */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What the caller can do about it. */
  public enum Category {
    /** The request itself makes no sense. */
    INVALID,
    /** What it names does not exist. */
    NOT_FOUND,
    /** The name is taken by something else. */
    CONFLICT,
    /** It could be carried out in another state. */
    PRECONDITION,
    /** No room on disk or in a queue. */
    EXHAUSTED,
    /** The coordinator cannot answer now; asking again may help. */
    UNAVAILABLE
  }

  private final Category category;

  /** A refusal for users. */
  public RequestException(Category category, String message) {
    super(message);
    this.category = category;
  }

  /** The refusal that a refusing answer of the authority means. */
  public static RequestException of(Answer.Refusing refusal) {
    Category category =
        switch (refusal) {
          case Answer.Conflict _ -> Category.CONFLICT;
          case Answer.NoSuchNode _, Answer.NoSuchJob _, Answer.NoSuchCell _ -> Category.NOT_FOUND;
          case Answer.StaleEpoch _, Answer.StaleAttempt _, Answer.Fenced _, Answer.NotEligible _ ->
              Category.PRECONDITION;
        };
    return new RequestException(category, refusal.text());
  }

  /** What the caller can do about it. */
  public Category category() {
    return category;
  }
}
