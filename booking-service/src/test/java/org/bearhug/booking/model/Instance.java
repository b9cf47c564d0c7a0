package org.bearhug.booking.model;

import io.quarkus.arc.Arc;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.desk.DeskJobs;
import org.bearhug.booking.payment.PaymentJobs;
import org.bearhug.testing.TestClock;

/** One of the processes that serve booking-service. */
interface Instance {

    /** What is done in the process itself, since no request asks for it. */
    enum Order {
        /** Its clock shows that. */
        AT {
            @Override
            void carryOut(String about) {
                TestClock.set(Instant.parse(about));
            }
        },
        /** Whoever is next in this course is offered what is free. */
        MATCH {
            @Override
            void carryOut(String about) {
                bean(DeskJobs.class).match(UUID.fromString(about));
            }
        },
        CLOSE {
            @Override
            void carryOut(String about) {
                bean(DeskJobs.class).close();
            }
        },
        TIDY {
            @Override
            void carryOut(String about) {
                bean(DeskJobs.class).tidy();
            }
        },
        /** It is told of a capacity: the session, its block, the seats, the version of the fact. */
        RESIZE {
            @Override
            void carryOut(String about) {
                String[] words = about.split(" ");
                bean(DeskJobs.class)
                        .intend(
                                UUID.fromString(words[0]),
                                UUID.fromString(words[1]),
                                Integer.parseInt(words[2]),
                                Long.parseLong(words[3]));
            }
        },
        /** Carers pay at the Stripe at this address, or, when there is none, by hand. */
        TILL {
            @Override
            void carryOut(String about) {
                bean(PaymentJobs.class).payAt(about.equals("none") ? null : about, PlayedStripe.SECRET);
            }
        },
        SWEEP {
            @Override
            void carryOut(String about) {
                bean(PaymentJobs.class).sweep();
            }
        },
        /** It has worked on this message of Stripe's. */
        TOLD {
            @Override
            void carryOut(String about) {
                bean(PaymentJobs.class).told(about);
            }
        },
        DUES {
            @Override
            void carryOut(String about) {
                bean(PaymentJobs.class).dues();
            }
        };

        abstract void carryOut(String about);

        private static <T> T bean(Class<T> type) {
            return Arc.container().instance(type).get();
        }
    }

    URI address();

    void order(Order order, String about);

    /** This process. */
    static Instance here() {
        return new Instance() {
            @Override
            public URI address() {
                return URI.create(RestAssured.baseURI + ":" + RestAssured.port);
            }

            @Override
            public void order(Order order, String about) {
                order.carryOut(about);
            }
        };
    }
}
