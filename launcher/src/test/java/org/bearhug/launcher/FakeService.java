package org.bearhug.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program in the place of each service: it is healthy at once, and tells its environment. */
public final class FakeService {

    static final List<String> MODULES = List.of("user-service", "course-service", "booking-service", "web");

    private FakeService() {}

    /** Ends at once when {@code FAKE_DIES} names its port. */
    public static void main(String... words) throws IOException {
        String port = System.getenv("BEARHUG_PORT");
        if (port.equals(System.getenv("FAKE_DIES"))) {
            System.exit(3);
        }
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        server.createContext("/", call -> {
            byte[] body = System.getenv().toString().getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(200, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
    }

    /** Puts it where the launcher looks for each service. */
    static void build(Path root) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        for (String module : MODULES) {
            Path folder = Files.createDirectories(root.resolve(module).resolve("target/quarkus-app"));
            try (OutputStream file = Files.newOutputStream(folder.resolve("quarkus-run.jar"));
                    JarOutputStream jar = new JarOutputStream(file, manifest)) {
                String name = FakeService.class.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                jar.write(FakeService.class.getResourceAsStream("/" + name).readAllBytes());
            }
        }
    }
}
