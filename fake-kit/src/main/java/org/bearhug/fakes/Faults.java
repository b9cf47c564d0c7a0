package org.bearhug.fakes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * What is to go wrong: scripted call by call, or at random with a seed.
 *
 * @param <F> the ways in which a call goes wrong
 */
public final class Faults<F extends Enum<F>> {

    private static final class Scripted<F> {
        final F fault;
        final String call;
        int times;

        Scripted(F fault, String call, int times) {
            this.fault = fault;
            this.call = call;
            this.times = times;
        }
    }

    private final List<F> ofChance;
    private final List<Scripted<F>> script = new ArrayList<>();
    private Random random = new Random(0);
    private int percent;

    /**
     * Nothing goes wrong yet.
     *
     * @param ofChance the ways that may come about at random; the others are for scripts
     */
    public Faults(Set<F> ofChance) {
        this.ofChance = List.copyOf(ofChance);
    }

    /** The next so many calls that begin like this one go wrong. */
    public synchronized void add(F fault, String call, int times) {
        script.add(new Scripted<>(fault, call, times));
    }

    /** From now on so many of a hundred calls go wrong in some way. */
    public synchronized void atRandom(int ofHundred, long seed) {
        percent = ofHundred;
        random = new Random(seed);
    }

    /** All is well again. */
    public synchronized void none() {
        script.clear();
        percent = 0;
    }

    /**
     * How this call goes wrong, if it does.
     *
     * @param call such as {@code POST /v1/refunds}
     */
    public synchronized Optional<F> next(String call) {
        for (Iterator<Scripted<F>> each = script.iterator(); each.hasNext(); ) {
            Scripted<F> scripted = each.next();
            if (call.startsWith(scripted.call)) {
                if (--scripted.times == 0) {
                    each.remove();
                }
                return Optional.of(scripted.fault);
            }
        }
        return random.nextInt(100) < percent
                ? Optional.of(ofChance.get(random.nextInt(ofChance.size())))
                : Optional.empty();
    }
}
