package org.bearhug.fakestripe;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What is to go wrong: scripted call by call, or at random with a seed. */
final class Faults {

    private static final class Scripted {
        final Fault fault;
        final String call;
        int times;

        Scripted(Fault fault, String call, int times) {
            this.fault = fault;
            this.call = call;
            this.times = times;
        }
    }

    private final List<Scripted> script = new ArrayList<>();
    private Random random = new Random(0);
    private int percent;

    /** The next so many calls that begin like this one go wrong. */
    synchronized void add(Fault fault, String call, int times) {
        script.add(new Scripted(fault, call, times));
    }

    synchronized void atRandom(int ofHundred, long seed) {
        percent = ofHundred;
        random = new Random(seed);
    }

    synchronized void none() {
        script.clear();
        percent = 0;
    }

    synchronized Optional<Fault> next(Call call) {
        for (Iterator<Scripted> each = script.iterator(); each.hasNext(); ) {
            Scripted scripted = each.next();
            if (call.line().startsWith(scripted.call)) {
                if (--scripted.times == 0) {
                    each.remove();
                }
                return Optional.of(scripted.fault);
            }
        }
        Fault[] all = Fault.values();
        return random.nextInt(100) < percent ? Optional.of(all[random.nextInt(all.length)]) : Optional.empty();
    }
}
