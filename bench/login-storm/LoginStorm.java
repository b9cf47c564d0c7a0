import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a storm of log-ins slows those who are logged in: the time of GET /v1/me, which checks a token, while all is
 * quiet and while log-ins come in. Starts nothing; takes the address of a user-service that runs.
 *
 * <pre>java bench/login-storm/LoginStorm.java http://localhost:8081 [rounds] [log-ins a second] [seconds]</pre>
 *
 * Requests are sent at their time, whether or not the ones before were answered, and their time counts from when they
 * should have been sent: what waits in a queue here counts, too. The demo people log in with their password as often as
 * the limits allow; the rest are unknown addresses, which cost the same hash.
 */
public final class LoginStorm {

    private static final int CHECKS_A_SECOND = 40;
    private static final int WARM_UP_SECONDS = 10;
    private static final int IN_FLIGHT_PER_PERSON = 5;
    private static final String PASSWORD = "bearhug-demo-1";
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final Map<String, AtomicInteger> inFlight = new TreeMap<>();
    private final String users;

    private LoginStorm(String users) {
        this.users = users;
        for (String name : List.of("ines", "noor", "cara", "omar")) {
            inFlight.put(name + "@demo.bearhug.example", new AtomicInteger());
        }
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.err.println("java LoginStorm.java ADDRESS-OF-USER-SERVICE [rounds] [log-ins a second] [seconds]");
            System.exit(2);
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int rate = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50;
        int seconds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 30;
        LoginStorm storm = new LoginStorm(arguments[0]);
        try {
            storm.run(rounds, rate, seconds);
        } finally {
            storm.clock.shutdownNow();
        }
    }

    private void run(int rounds, int rate, int seconds) throws Exception {
        String token = token();
        requireRight(token);
        // With log-ins, too: the first of a service that has just started meet code that nothing has compiled yet.
        checkInStorm(token, WARM_UP_SECONDS, rate, new ConcurrentSkipListMap<>());
        System.out.println("| round | quiet p50 | quiet p99 | storm p50 | storm p99 | ratio of p99 | log-ins by answer | checks that failed |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        double worst = 0;
        for (int round = 1; round <= rounds; round++) {
            Checks quiet = check(token, seconds);
            Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
            Checks during = checkInStorm(token, seconds, rate, answers);
            double ratio = during.p(99) / quiet.p(99);
            worst = Math.max(worst, ratio);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f | %s | %d of %d |%n",
                    round, quiet.p(50), quiet.p(99), during.p(50), during.p(99), ratio, answers,
                    quiet.failed() + during.failed(), quiet.count() + during.count());
        }
        System.out.printf(Locale.ROOT, "%nThe worst ratio is %.2f; below 2 is asked for.%n", worst);
    }

    private Checks checkInStorm(String token, int seconds, int rate, Map<String, AtomicInteger> answers)
            throws InterruptedException {
        var storm = every(rate, () -> logIn(answers));
        Checks during = check(token, seconds);
        storm.cancel(false);
        TimeUnit.SECONDS.sleep(5);
        return during;
    }

    private java.util.concurrent.ScheduledFuture<?> every(int aSecond, Runnable task) {
        long nanos = TimeUnit.SECONDS.toNanos(1) / aSecond;
        return clock.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** The times of checks, in milliseconds. */
    private record Checks(double[] sorted, int failed) {
        double p(int percent) {
            return sorted[Math.min(sorted.length - 1, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
        }

        int count() {
            return sorted.length;
        }
    }

    private Checks check(String token, int seconds) throws InterruptedException {
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger open = new AtomicInteger();
        HttpRequest request = HttpRequest.newBuilder(URI.create(users + "/v1/me"))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .build();
        long interval = TimeUnit.SECONDS.toNanos(1) / CHECKS_A_SECOND;
        long begun = System.nanoTime();
        for (int i = 0; i < seconds * CHECKS_A_SECOND; i++) {
            long due = begun + i * interval;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            open.incrementAndGet();
            http.sendAsync(request, BodyHandlers.discarding()).whenComplete((answer, fault) -> {
                times.add(System.nanoTime() - due);
                if (fault != null || answer.statusCode() != 200) {
                    failed.incrementAndGet();
                }
                open.decrementAndGet();
            });
        }
        while (open.get() > 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        double[] sorted = times.stream().mapToDouble(nanos -> nanos / 1e6).toArray();
        Arrays.sort(sorted);
        return new Checks(sorted, failed.get());
    }

    private void logIn(Map<String, AtomicInteger> answers) {
        var somebody = inFlight.entrySet().stream()
                .filter(person -> person.getValue().get() < IN_FLIGHT_PER_PERSON)
                .findAny();
        String email = somebody.isPresent()
                ? somebody.get().getKey()
                : "storm-" + System.nanoTime() + "@bench.bearhug.example";
        somebody.ifPresent(person -> person.getValue().incrementAndGet());
        http.sendAsync(login(email), BodyHandlers.discarding()).whenComplete((answer, fault) -> {
            somebody.ifPresent(person -> person.getValue().decrementAndGet());
            String what = fault == null ? String.valueOf(answer.statusCode()) : "none";
            answers.computeIfAbsent(what, first -> new AtomicInteger()).incrementAndGet();
        });
    }

    private HttpRequest login(String email) {
        return HttpRequest.newBuilder(URI.create(users + "/v1/login"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString("{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\"}"))
                .build();
    }

    private String token() throws Exception {
        HttpResponse<String> answer = http.send(login("cara@demo.bearhug.example"), BodyHandlers.ofString());
        Matcher found = TOKEN.matcher(answer.body());
        if (!found.find()) {
            throw new IllegalStateException("No log-in; is this a Bearhug with demo people? " + answer.statusCode());
        }
        return found.group(1);
    }

    /** The control: the request that is measured does check the token. */
    private void requireRight(String token) throws Exception {
        int right = me(token);
        int wrong = me(token.substring(0, token.length() - 8) + "AAAAAAAA");
        if (right != 200 || wrong != 401) {
            throw new IllegalStateException("GET /v1/me answers " + right + " and, with a wrong token, " + wrong);
        }
    }

    private int me(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(users + "/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
