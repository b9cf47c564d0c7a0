package org.bearhug.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * The walls of the house, the same for each service. A service extends it with the name of its package. One instance for
 * all tests, since to read the classes takes longer than to look at them.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class Walls {

    private final String service;
    private final JavaClasses classes;

    /**
     * Of this service.
     *
     * @param service the last part of its package, such as {@code booking}
     */
    protected Walls(String service) {
        this.service = service;
        this.classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.bearhug." + service);
    }

    @Test
    void a_service_imports_nothing_of_another_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(java.util.stream.Stream.of("user", "course", "booking")
                        .filter(other -> !other.equals(service))
                        .map(other -> "org.bearhug." + other + "..")
                        .toArray(String[]::new))
                .check(classes);
    }

    @Test
    void features_depend_on_each_other_in_one_direction() {
        slices().matching("org.bearhug." + service + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void entities_and_resources_stay_in_their_package() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .and()
                .areNotInterfaces()
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void the_time_comes_from_the_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }

    @Test
    void nothing_is_printed() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO|Mapper)$")
                .check(classes);
    }

    @Test
    void fields_of_entities_are_not_public() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(classes);
    }
}
