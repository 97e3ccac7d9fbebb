// Search on a website that has no server. What it asks lies in scripts beside this one, which hand it over by
// offprint.facts, offprint.rows and offprint.words; each is loaded when it is asked for.
"use strict";

const offprint = (() => {
    const SHOWN = 50;
    const LONGEST = 40;
    const here = new URL(".", document.currentScript.src);
    const rows = new Map();
    const words = new Map();
    const coming = new Map();
    let facts = { articles: 0, rows: 500, shards: 1 };
    let hits = [];
    let shown = 0;
    let turn = 0;

    /** Loads a script once. One that is not there gives nothing. */
    function load(name) {
        if (!coming.has(name)) {
            coming.set(name, new Promise((done) => {
                const script = document.createElement("script");
                script.addEventListener("load", done);
                script.addEventListener("error", done);
                script.src = new URL(name, here).href;
                document.head.append(script);
            }));
        }
        return coming.get(name);
    }

    const ACCENTS = /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u00ad\u200c\u200d]/gu;
    const DENSE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
    const LETTER = /[\p{Alphabetic}\p{N}]/u;
    const PLAIN = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i" };

    /** Small letters without accents. */
    function fold(text) {
        const bare = text.normalize("NFKD").replace(ACCENTS, "").toLowerCase().normalize("NFC");
        return bare.replace(/[ßæœøđðłı]/g, (letter) => PLAIN[letter]);
    }

    /** What is sought: words, and whether each is a beginning. */
    function cut(query) {
        const sought = [];
        const text = query.replace(/(^|\s)#(\S+)/g, (_all, space, tag) => {
            sought.push({ word: "#" + fold(tag), begins: false });
            return space;
        });
        let word = "";
        let run = [];
        const letters = [...fold(text)];
        for (const [at, letter] of [...letters, " "].entries()) {
            const dense = DENSE.test(letter);
            if (word && (dense || !LETTER.test(letter))) {
                sought.push({ word: [...word].slice(0, LONGEST).join(""), begins: at === letters.length });
                word = "";
            }
            if (!dense && run.length) {
                if (run.length === 1) sought.push({ word: run[0], begins: true });
                for (let from = 0; from + 1 < run.length; from += 1) {
                    sought.push({ word: run[from] + run[from + 1], begins: false });
                }
                run = [];
            }
            if (dense) run.push(letter);
            else if (LETTER.test(letter)) word += letter;
        }
        return sought;
    }

    /** Where a word lies. */
    function shard(word) {
        const [first, second] = [...word];
        const after = !second || DENSE.test(first) ? 0 : second.codePointAt(0);
        return (first.codePointAt(0) * 31 + after) % facts.shards;
    }

    /** The articles that have a word, with how much it counts there. */
    async function find({ word, begins }) {
        const number = shard(word);
        await load(`words-${number}.js`);
        const found = new Map();
        const known = words.get(number) ?? {};
        const long = begins && ([...word].length > 1 || DENSE.test(word));
        const lists = long ? Object.keys(known).filter((key) => key.startsWith(word)) : [word];
        for (const key of lists) {
            if (!Object.hasOwn(known, key)) continue;
            let article = 0;
            for (const [, distance, sign] of known[key].matchAll(/([0-9a-z]+)([,+*])/g)) {
                article += parseInt(distance, 36);
                const weight = (sign === "*" ? 3 : sign === "+" ? 2 : 1) + (key === word ? 1 : 0);
                found.set(article, Math.max(found.get(article) ?? 0, weight));
            }
        }
        return found;
    }

    async function search(query) {
        const sought = cut(query);
        const lists = await Promise.all(sought.map(find));
        if (!lists.length) return [];
        lists.sort((one, other) => one.size - other.size);
        const [least, ...others] = lists;
        const all = [];
        for (const [article, weight] of least) {
            if (others.every((list) => list.has(article))) {
                all.push([article, others.reduce((sum, list) => sum + list.get(article), weight)]);
            }
        }
        all.sort((one, other) => other[1] - one[1] || one[0] - other[0]);
        return all.map(([article]) => article);
    }

    function element(name, kind, text) {
        const made = document.createElement(name);
        made.className = kind;
        made.textContent = text;
        return made;
    }

    /** A row, as the pages of the list have it too. */
    function row([name, title, line, excerpt, picture, rtl]) {
        const item = document.createElement("li");
        if (rtl) item.dir = "rtl";
        const link = document.createElement("a");
        link.href = `articles/${name}.html`;
        if (picture) {
            const small = document.createElement("img");
            small.src = picture;
            small.alt = "";
            small.loading = "lazy";
            link.append(small);
        }
        link.append(element("span", "title", title), element("span", "line", line), element("span", "excerpt", excerpt));
        item.append(link);
        return item;
    }

    const at = (id) => document.getElementById(id);

    async function more(mine) {
        const next = hits.slice(shown, shown + SHOWN);
        const chunks = new Set(next.map((article) => Math.floor(article / facts.rows)));
        await Promise.all([...chunks].map((chunk) => load(`rows-${chunk}.js`)));
        if (mine !== turn) return;
        shown += next.length;
        const items = next.map((article) => rows.get(Math.floor(article / facts.rows))?.[article % facts.rows]);
        at("results").append(...items.filter(Boolean).map(row));
        at("more").hidden = shown >= hits.length;
    }

    async function show(query) {
        turn += 1;
        const mine = turn;
        const empty = !query.trim();
        const found = empty ? [] : await search(query);
        if (mine !== turn) return;
        hits = found;
        shown = 0;
        at("results").replaceChildren();
        at("results").hidden = empty;
        at("all").hidden = !empty;
        at("more").hidden = true;
        const count = empty ? facts.articles : hits.length;
        const told = count === 1 ? "1 article" : `${count} articles`;
        at("count").textContent = !empty && !count ? "Nothing was found." : told;
        if (!empty) await more(mine);
    }

    /** The query that the address has. */
    function asked() {
        return new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    }

    function begin() {
        const field = at("query");
        field.form.hidden = false;
        field.form.addEventListener("submit", (event) => event.preventDefault());
        field.addEventListener("input", () => {
            // So that one comes back from an article to what was found.
            const hash = field.value ? "#" + new URLSearchParams({ q: field.value }) : "#";
            history.replaceState(null, "", hash);
            show(field.value);
        });
        at("more").addEventListener("click", () => more(turn));
        const follow = () => {
            field.value = asked();
            show(field.value);
        };
        addEventListener("hashchange", follow);
        if (asked()) follow();
    }

    return {
        facts(given) {
            facts = given;
            begin();
        },
        rows: (number, given) => rows.set(number, given),
        words: (number, given) => words.set(number, given),
    };
})();
