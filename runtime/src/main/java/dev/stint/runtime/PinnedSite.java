package dev.stint.runtime;

/**
 * A place in the user's code that could not be unwound when that was wanted.
 *
 * @param site the user's innermost frame, as a stack trace shows it
 * @param reason what kept it
 * @param count how often
 */
public record PinnedSite(String site, PinReason reason, long count) {}
