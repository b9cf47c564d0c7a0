package org.bearhug.web.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundler only drops the types; here they are looked at, by the Deno that comes with it. */
class TypeCheckTest {

    private static final Path APP = Path.of("src/main/resources/web/app").toAbsolutePath();

    @TempDir
    static Path folder;

    private static Path deno;

    @BeforeAll
    static void unpack() throws IOException {
        deno = deno();
    }

    @Test
    void the_client_keeps_to_its_types() throws Exception {
        assertThat(check("index.ts")).contains("exit 0");
    }

    @Test
    void a_wrong_type_would_be_seen() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.ts"), "export const n: number = 'a text';\n");

        assertThat(check(wrong.toString())).contains("TS2322").doesNotContain("exit 0");
    }

    @Test
    void a_text_that_there_is_not_would_be_seen() throws Exception {
        Path wrong = Files.writeString(
                folder.resolve("unsaid.ts"),
                """
                import { t, tn } from '%skit/messages';
                export const right: string = t('account.me') + tn('age.weeks', 2);
                export const unknown: string = t('no.such.text');
                export const joined: string = t(`account.${'no' as 'no' | 'me'}`);
                export const uncounted: string = tn('account.me', 2);
                """
                        .formatted(APP.toUri()));

        assertThat(check(wrong.toString())).contains("Found 3 errors").containsPattern("(?s)(TS2345.*){3}");
    }

    private String check(String file) throws Exception {
        Process check = new ProcessBuilder(
                        deno.toString(),
                        "check",
                        "--no-remote",
                        "--config",
                        Path.of("src/types/deno.json").toAbsolutePath().toString(),
                        file)
                .directory(APP.toFile())
                .redirectErrorStream(true)
                .start();
        String words = new String(check.getInputStream().readAllBytes());
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return words + "exit " + check.exitValue();
    }

    private static Path deno() throws IOException {
        String jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.replace('\\', '/').contains("/mvnpm/at/deno/"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no Deno for this machine on the class path"));
        try (JarFile packed = new JarFile(jar)) {
            Path deno = folder.resolve("deno");
            packed.stream()
                    .filter(entry -> entry.getName().matches(".*/deno(\\.exe)?"))
                    .forEach(entry -> {
                        try {
                            Files.copy(packed.getInputStream(entry), deno);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            assertThat(deno.toFile().setExecutable(true)).isTrue();
            return deno;
        }
    }
}
