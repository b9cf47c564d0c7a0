package org.bearhug.empty;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Nothing, at once. */
@Path("/")
public class EmptyResource {

    /** On the thread that reads from the network, as quick as it gets. */
    @GET
    @io.smallrye.common.annotation.NonBlocking
    public String nothing() {
        return "";
    }
}
