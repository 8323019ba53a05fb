package dev.stint.cluster.durable;

import dev.stint.cluster.Bytes;

/**
 * Something that a step of a cell produced and that leaves its node. Whoever takes it takes each
 * number once, in order.
 *
 * @param number from 1, without gaps, over all owners that the cell ever has
 * @param version the step's record
 */
public record Output(long number, long version, Bytes bytes) {}
