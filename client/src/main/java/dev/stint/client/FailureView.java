package dev.stint.client;

/**
 * An exception that ended a job, as text.
 *
 * @param type binary name of its class
 * @param message its message; empty if it has none
 * @param stack the user's own frames, as {@code Throwable.printStackTrace} shows them
 */
public record FailureView(String type, String message, String stack) {}
