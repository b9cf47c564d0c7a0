package org.bearhug.course.zoom;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A platform with a Zoom account of three hosts. Tests do the worker's work themselves, so that they know when. */
public final class ZoomProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("bearhug.zoom-account-id", "account"),
                Map.entry("bearhug.zoom-client-id", "client"),
                Map.entry("bearhug.zoom-client-secret", "secret"),
                Map.entry("bearhug.zoom-connect-client-id", "connect"),
                Map.entry("bearhug.zoom-connect-client-secret", "secret"),
                Map.entry("bearhug.zoom-hosts", "host-a,host-b,host-c"),
                Map.entry("bearhug.zoom-webhook-secrets", "zoom-test-secret"),
                Map.entry("bearhug.zoom-plan", "BUSINESS"),
                Map.entry("bearhug.zoom-timeout", "PT1S"),
                Map.entry("bearhug.zoom-worker", "false"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(ZoomStage.class));
    }
}
