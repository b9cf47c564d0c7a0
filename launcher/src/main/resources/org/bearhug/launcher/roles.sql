-- The three services' roles and schemas, the same for ./run and for docker-compose.yml; may be run again and again.
-- ${password} is a quoted text that the caller puts in.

DO $$
DECLARE
    service text;
BEGIN
    FOREACH service IN ARRAY ARRAY['users', 'courses', 'bookings'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = service) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', service);
        END IF;
        EXECUTE format('ALTER ROLE %I PASSWORD %L', service, ${password});
        EXECUTE format('ALTER ROLE %I SET search_path = %I', service, service);
        EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service, service);
        EXECUTE format('REVOKE ALL ON SCHEMA %I FROM PUBLIC', service);
        EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), service);
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE 'REVOKE ALL ON DATABASE postgres FROM PUBLIC';
    EXECUTE 'REVOKE ALL ON DATABASE template1 FROM PUBLIC';
END
$$;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
