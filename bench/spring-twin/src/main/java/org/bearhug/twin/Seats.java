package org.bearhug.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** How many seats a session has, and how many of them are taken. */
@Entity
@Table(name = "seats")
class Seats {

    @Id
    UUID sessionId;

    int intended;

    int taken;

    int held;

    int offered;

    @Version
    long version;

    boolean hasRoomFor(int children) {
        return taken + held + offered + children <= intended;
    }

    void take(int children) {
        taken += children;
    }

    int left() {
        return intended - taken - held - offered;
    }
}
