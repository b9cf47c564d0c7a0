package org.bearhug.user.background;

import java.util.concurrent.ThreadFactory;

/**
 * Threads of the lowest priority, for what takes milliseconds of a core. Whoever is logged in goes first wherever the
 * priority counts, which on Linux it does once the machine is told {@code -XX:ThreadPriorityPolicy=1} and what the lowest
 * one means ({@code -XX:JavaPriority1_To_OSPriority=15}).
 *
 * @param name of each thread, for who reads a thread dump
 */
public record BackgroundThreads(String name) implements ThreadFactory {

    @Override
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }
}
