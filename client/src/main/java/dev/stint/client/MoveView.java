package dev.stint.client;

import java.time.Duration;

/**
 * A move that was made.
 *
 * @param frozen how long the tasklet stood still
 */
public record MoveView(String from, String to, Duration frozen) {}
