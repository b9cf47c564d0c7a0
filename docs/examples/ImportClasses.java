import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.*;
import java.util.regex.*;
import java.util.stream.Collectors;

/**
 * Brings the classes of a CSV file into Bearhug. It can be run as often as one likes: what is so already is left alone.
 *
 * <pre>BEARHUG_API=https://YOUR-BEARHUG/api BEARHUG_CLIENT_ID=… BEARHUG_CLIENT_SECRET=… \
 * java ImportClasses.java classes.csv [--dry-run]</pre>
 *
 * Needs Java 17 and nothing else. Ends with 0 when all classes are as the file says, with 1 when some are not.
 */
public class ImportClasses {
    private static final int BATCH = 100;
    private static final int TRIES = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String api = setting("BEARHUG_API");
    private final boolean dryRun;
    private String token;
    private ImportClasses(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public static void main(String[] arguments) throws Exception {
        boolean dryRun = arguments.length == 2 && arguments[1].equals("--dry-run");
        if (arguments.length != (dryRun ? 2 : 1)) {
            System.err.println("java ImportClasses.java classes.csv [--dry-run]");
            System.exit(2);
        }
        try {
            System.exit(new ImportClasses(dryRun).send(Csv.read(Path.of(arguments[0]))) ? 0 : 1);
        } catch (IOException | IllegalStateException | IllegalArgumentException | NullPointerException fault) {
            System.err.println(fault);
            System.exit(1);
        }
    }

    private static String setting(String name) {
        return Objects.requireNonNull(System.getenv(name), "Set " + name + ".");
    }

    private boolean send(List<Map<String, String>> rows) throws IOException, InterruptedException {
        boolean allWell = true;
        for (int from = 0; from < rows.size(); from += BATCH) {
            allWell &= sendBatch(rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return allWell;
    }

    /** Items that may succeed later are sent again, and only they. */
    private boolean sendBatch(List<Map<String, String>> rows) throws IOException, InterruptedException {
        boolean allWell = true;
        List<Map<String, String>> left = rows;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            List<Map<String, String>> later = new ArrayList<>();
            int pause = 0;
            List<?> results = (List<?>) post(left).get("items");
            for (int i = 0; i < results.size(); i++) {
                Map<?, ?> result = (Map<?, ?>) results.get(i);
                if (result.get("retryAfter") instanceof Number seconds && attempt < TRIES) {
                    later.add(left.get(i));
                    pause = Math.max(pause, seconds.intValue());
                } else {
                    allWell &= report(left.get(i), result);
                }
            }
            Thread.sleep(pause * 1000L);
            left = later;
        }
        return allWell;
    }

    private boolean report(Map<String, String> row, Map<?, ?> result) {
        if (result.get("problem") instanceof Map<?, ?> problem) {
            Object what = problem.containsKey("errors") ? problem.get("errors") : problem.get("detail");
            System.out.println(row.get("id") + ": " + problem.get("code") + ": " + what);
            return false;
        }
        System.out.println(row.get("id") + ": " + (dryRun ? "would be " : "") + result.get("outcome"));
        return true;
    }

    /** The same key for all tries of a batch: should an answer get lost, the next try gets the same one. */
    private Map<?, ?> post(List<Map<String, String>> rows) throws IOException, InterruptedException {
        String body = rows.stream().map(ImportClasses::item).collect(Collectors.joining(",", "{\"items\":[", "]}"));
        String key = UUID.randomUUID().toString();
        for (int attempt = 1; ; attempt++) {
            long pause;
            try {
                boolean known = token != null;
                HttpResponse<String> answer = known ? send(body, key) : askForToken();
                if (answer.statusCode() == 200 && known) {
                    return (Map<?, ?>) new Json(answer.body()).value();
                }
                var retryAfter = answer.headers().firstValueAsLong("Retry-After");
                if (answer.statusCode() == 200) {
                    token = (String) ((Map<?, ?>) new Json(answer.body()).value()).get("access_token");
                } else if (answer.statusCode() == 401 && known && attempt < TRIES) {
                    token = null; // it lives for 15 minutes; the next try fetches another
                } else if (attempt >= TRIES || retryAfter.isEmpty()) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                pause = retryAfter.orElse(0);
            } catch (IOException noAnswer) {
                if (attempt >= TRIES) {
                    throw noAnswer;
                }
                pause = attempt;
            }
            Thread.sleep(pause * 1000);
        }
    }

    private HttpResponse<String> send(String body, String key) throws IOException, InterruptedException {
        return post("/courses/v1/class-entries/batch?dryRun=" + dryRun, "Bearer " + token, "application/json", key, body);
    }

    private HttpResponse<String> askForToken() throws IOException, InterruptedException {
        String client = setting("BEARHUG_CLIENT_ID") + ":" + setting("BEARHUG_CLIENT_SECRET");
        String basic = "Basic " + Base64.getEncoder().encodeToString(client.getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=client_credentials&scope=classes:write";
        return post("/users/oauth/token", basic, "application/x-www-form-urlencoded", "none", form);
    }

    private HttpResponse<String> post(String path, String authorization, String type, String key, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", authorization)
                .header("Content-Type", type)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String item(Map<String, String> row) {
        String link = row.get("link");
        String meeting = link.isEmpty() ? "{\"kind\":\"NONE\"}" : "{\"kind\":\"LINK\",\"link\":" + Json.text(link) + "}";
        return """
                {"externalId":%s,"entry":{"externalCourseId":%s,"course":{"title":%s,"topic":%s,"summary":%s},\
                "start":%s,"timeZone":%s,"durationMinutes":%s,"capacity":%s,"price":{"amount":%s,"currency":%s},\
                "ageWeeks":{"from":%s,"to":%s},"meeting":%s}}"""
                .formatted(Json.text(row.get("id")), Json.text(row.get("course")), Json.text(row.get("title")),
                        Json.text(row.get("topic")), Json.text(row.get("summary")), Json.text(row.get("start")),
                        Json.text(row.get("time zone")), Integer.valueOf(row.get("minutes")),
                        Integer.valueOf(row.get("seats")), new BigDecimal(row.get("price")).movePointRight(2).longValueExact(),
                        Json.text(row.get("currency")), Integer.valueOf(row.get("weeks from")),
                        Integer.valueOf(row.get("weeks to")), meeting);
    }

    /** Rows by the names in the first line; a field with commas or quotes in it stands in quotes, on one line. */
    private static final class Csv {
        private static final Pattern FIELD = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");

        static List<Map<String, String>> read(Path file) throws IOException {
            List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
            List<String> names = fields(lines.get(0));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> fields = fields(line);
                if (fields.size() != names.size()) {
                    throw new IllegalArgumentException("This line has not " + names.size() + " fields: " + line);
                }
                Map<String, String> row = new HashMap<>();
                names.forEach(name -> row.put(name, fields.get(names.indexOf(name))));
                rows.add(row);
            }
            return rows;
        }

        private static List<String> fields(String line) {
            List<String> fields = new ArrayList<>();
            Matcher field = FIELD.matcher(line + ",");
            for (int end = 0; end <= line.length() && field.find(end); end = field.end()) {
                fields.add(field.group(1) == null ? field.group(2).strip() : field.group(1).replace("\"\"", "\""));
            }
            return fields;
        }
    }

    /** As much of JSON as is needed; a real program takes a library. */
    private static final class Json {
        /** Commas and colons tell nothing that is not known without them. */
        private static final Pattern TOKEN =
                Pattern.compile("[\\s,:]*([\\[\\]{}]|\"(?:[^\"\\\\]|\\\\.)*\"|[^\\s\\[\\]{}:,\"]+)");

        private final Matcher tokens;
        private String next;

        Json(String text) {
            tokens = TOKEN.matcher(text);
            advance();
        }

        static String text(String value) {
            return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
        }

        private String advance() {
            String current = next;
            next = tokens.find() ? tokens.group(1) : "";
            return current;
        }

        Object value() {
            String first = advance();
            return switch (first) {
                case "{" -> object();
                case "[" -> list();
                case "true", "false" -> Boolean.valueOf(first);
                case "null" -> null;
                default -> first.startsWith("\"") ? unescaped(first) : new BigDecimal(first);
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> object = new LinkedHashMap<>();
            while (!next.equals("}")) {
                object.put((String) value(), value());
            }
            advance();
            return object;
        }

        private List<Object> list() {
            List<Object> list = new ArrayList<>();
            while (!next.equals("]")) {
                list.add(value());
            }
            advance();
            return list;
        }

        /** Enough for what is read here; other escapes stay as they are. */
        private static String unescaped(String quoted) {
            return quoted.substring(1, quoted.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        }
    }
}
