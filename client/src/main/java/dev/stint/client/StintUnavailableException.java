package dev.stint.client;

import org.jspecify.annotations.Nullable;

/** No coordinator answers at the address tried, which the message names. */
public final class StintUnavailableException extends StintException {
  private static final long serialVersionUID = 1L;

  private final String address;

  public StintUnavailableException(String address, String why, @Nullable Throwable cause) {
    super(
        Category.RETRYABLE,
        "no cluster answers at "
            + address
            + " ("
            + why
            + "). Start one with 'stint dev', or name another address with STINT_ADDRESS or"
            + " --address",
        cause);
    this.address = address;
  }

  /** The address tried, as {@code host:port}. */
  public String address() {
    return address;
  }
}
