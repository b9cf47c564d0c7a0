package org.bearhug.twin;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** {@code POST /v1/bookings}, on the tables of booking-service. */
@SpringBootApplication
public class TwinApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TwinApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
