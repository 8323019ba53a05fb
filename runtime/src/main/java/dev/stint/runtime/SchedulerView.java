package dev.stint.runtime;

/**
 * A scheduler's load at one moment.
 *
 * @param carriers carriers that may run tasklets now, spares included
 * @param busy carriers that have a tasklet mounted
 * @param ready tasklets that wait for a carrier
 * @param spares carriers added for those that are stuck
 * @param timers timers pending
 */
public record SchedulerView(int carriers, int busy, int ready, int spares, int timers) {}
