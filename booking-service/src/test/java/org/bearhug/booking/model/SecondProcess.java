package org.bearhug.booking.model;

import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Another process that serves booking-service on the same database. It does what it is ordered to, line by line, until
 * whoever started it hangs up. Not a test by its name: {@link SecondInstance} starts it.
 */
@QuarkusTest
class SecondProcess {

    static final String ORDERS_FROM = "bearhug.test.orders-from";

    /** Starts the service as a test does, with its clock and its jobs. */
    public static void main(String[] none) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass("org.bearhug.booking.model.SecondProcess"))
                        .build());
        System.exit(0);
    }

    @Test
    void serves_until_it_is_hung_up_on() throws IOException {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), Integer.getInteger(ORDERS_FROM));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.println(Instance.here().address());
            for (String order = in.readLine(); order != null; order = in.readLine()) {
                out.println(carryOut(order));
            }
        }
    }

    private static String carryOut(String order) {
        String[] words = order.split(" ", 2);
        try {
            Instance.Order.valueOf(words[0]).carryOut(words[1]);
            return "done";
        } catch (RuntimeException failure) {
            return String.valueOf(failure).replace('\n', ' ');
        }
    }
}
