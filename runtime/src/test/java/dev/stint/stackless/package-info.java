/**
 * Stackless' semantics under Java names, case by case: life cycle, channels, deadlocks, throwing
 * and killing, the watchdog, threads, snapshots.
 */
package dev.stint.stackless;
