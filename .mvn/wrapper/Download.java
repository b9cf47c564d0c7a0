import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;

/** Fetches one file for mvnw on a machine that has neither curl nor wget: {@code java Download.java URL FILE}. */
class Download {
    public static void main(String[] arguments) throws Exception {
        URLConnection connection = URI.create(arguments[0]).toURL().openConnection();
        connection.setConnectTimeout(20_000);
        connection.setReadTimeout(60_000);
        try (InputStream body = connection.getInputStream()) {
            Files.copy(body, Path.of(arguments[1]));
        }
    }
}
