package dev.stint.client;

import java.time.Instant;

/**
 * Something that happened in the cluster.
 *
 * @param sequence grows by one per event
 * @param kind {@code move}, {@code node}, {@code job}, {@code balance} or {@code drain}
 * @param tasklet which tasklet moved; empty for other kinds, as {@code from} and {@code to}
 */
public record EventView(
    long sequence, Instant at, String kind, String text, String tasklet, String from, String to) {}
